import { serviceWindow } from './service-window';

describe('the service window', () => {
  it.each([
    ['the day of release', '2023-03-01', '2023-03-01', 'inside'],
    ['the last day', '2023-03-01', '2023-04-15', 'inside'],
    ['the day after the last day', '2023-03-01', '2023-04-16', 'after_window'],
    ['the last day over the end of a leap February', '2024-01-31', '2024-03-16', 'inside'],
    ['the day after it', '2024-01-31', '2024-03-17', 'after_window'],
    ['the day before release', '2023-03-01', '2023-02-28', 'before_release'],
    ['a release many years ago', '2009-03-01', '2023-03-01', 'after_window'],
  ])('says of %s', (_, releasedOn, servedOn, verdict) => {
    expect(serviceWindow(releasedOn, servedOn, 45)).toBe(verdict);
  });

  it('never takes an unknown release for an allowed service', () => {
    expect(serviceWindow(null, '2023-03-01', 45)).toBe('release_unknown');
  });

  it('asks for no release where the program has no window', () => {
    expect(serviceWindow(null, '2024-03-01', null)).toBe('no_window');
    expect(serviceWindow('2009-03-01', '2024-03-01', null)).toBe('no_window');
  });

  it('lets a window of no days be the day of release', () => {
    expect(serviceWindow('2023-03-01', '2023-03-01', 0)).toBe('inside');
    expect(serviceWindow('2023-03-01', '2023-03-02', 0)).toBe('after_window');
  });
});
