import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';

export interface SharePoint {
  day: number;
  /** In percent; null where nobody is looked at. */
  share: number | null;
}

export interface ShareLineProps {
  points: SharePoint[];
  name: string;
  dayName: (day: number) => string;
}

/** A small line of the share that reached something, by days from entry. The table beside it has the numbers. */
export function ShareLine({ points, name, dayName }: ShareLineProps) {
  return (
    <ResponsiveContainer width="100%" height={170}>
      <LineChart data={points} margin={{ top: 8, right: 12, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--posada-line)" vertical={false} />
        <XAxis dataKey="day" type="number" domain={[0, 'dataMax']} ticks={points.map(({ day }) => day)} stroke="var(--mantine-color-dimmed)" fontSize={12} />
        <YAxis domain={[0, 100]} ticks={[0, 50, 100]} tickFormatter={(share: number) => `${share}\u00a0%`} width={50} stroke="var(--mantine-color-dimmed)" fontSize={12} />
        <Tooltip
          contentStyle={{ background: 'var(--mantine-color-body)', border: '1px solid var(--posada-line)', borderRadius: 8 }}
          labelFormatter={(day) => dayName(Number(day))} formatter={(share) => [`${String(share)}\u00a0%`, name]}
        />
        <Line dataKey="share" name={name} type="linear" stroke="var(--posada-pine-text)" strokeWidth={2.5} dot={{ r: 4 }} isAnimationActive={false} connectNulls />
      </LineChart>
    </ResponsiveContainer>
  );
}
