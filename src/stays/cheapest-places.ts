/**
 * Gives every row a column of its own so that the sum of the costs is as small as it can be (the Hungarian method with potentials).
 * Answers the column of each row, or null when some row can only have a column that is impossible for it (infinite cost).
 * There are at least as many columns as rows.
 */
export function cheapestPlaces(costs: readonly (readonly number[])[]): number[] | null {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    const way = new Int32Array(columns + 1);
    const least = new Float64Array(columns + 1).fill(Number.MAX_VALUE);
    const used = new Uint8Array(columns + 1);
    rowOf[0] = row;
    let column = 0;
    do {
      used[column] = 1;
      const from = rowOf[column] ?? 0;
      let delta = Number.MAX_VALUE;
      let next = 0;
      for (let to = 1; to <= columns; to += 1) {
        if (used[to]) continue;
        const reduced = finite(costs[from - 1]?.[to - 1]) - (rowPotential[from] ?? 0) - (columnPotential[to] ?? 0);
        if (reduced < (least[to] ?? 0)) {
          least[to] = reduced;
          way[to] = column;
        }
        if ((least[to] ?? 0) < delta) {
          delta = least[to] ?? 0;
          next = to;
        }
      }
      for (let to = 0; to <= columns; to += 1) {
        if (used[to]) {
          rowPotential[rowOf[to] ?? 0] = (rowPotential[rowOf[to] ?? 0] ?? 0) + delta;
          columnPotential[to] = (columnPotential[to] ?? 0) - delta;
        } else least[to] = (least[to] ?? 0) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const previous = way[column] ?? 0;
      rowOf[column] = rowOf[previous] ?? 0;
      column = previous;
    }
  }
  const places = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column += 1) if (rowOf[column]) places[(rowOf[column] ?? 1) - 1] = column - 1;
  return places.every((place, row) => Number.isFinite(costs[row]?.[place])) ? places : null;
}

/** Large enough that an impossible place is taken only when there is no other, small enough to keep the decimals of the others. */
function finite(cost: number | undefined): number {
  return cost === undefined || !Number.isFinite(cost) ? 1e9 : cost;
}
