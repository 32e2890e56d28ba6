/** What a strip says in words: the share of the time it was looked at that a part was well, and the last slot in which it was not. */
export function summarise(unwell: (number | null)[], slots: string[]): { wellShare: number | null; lastUnwell?: string } {
  const known = unwell.filter((value) => value !== null);
  const last = unwell.findLastIndex((value) => value !== null && value > 0);
  return {
    wellShare: known.length === 0 ? null : 1 - known.reduce((sum, value) => sum + value, 0) / known.length,
    lastUnwell: slots[last],
  };
}
