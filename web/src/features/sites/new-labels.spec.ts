import { newLabels } from './new-labels';

describe('labels for new beds', () => {
  it('are the next numbers that no bed of the room has', () => {
    expect(newLabels(['01', '03'], '', 3)).toEqual(['02', '04', '05']);
  });

  it('carry what is written before the number', () => {
    expect(newLabels(['A01'], 'A', 2)).toEqual(['A02', 'A03']);
  });

  it('are a hundred at most, as many as are taken at once', () => {
    expect(newLabels([], '', 500)).toHaveLength(100);
    expect(newLabels([], '', 0)).toEqual([]);
  });
});
