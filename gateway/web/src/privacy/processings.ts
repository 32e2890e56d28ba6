/** What can be objected to. */
export const processings = ['asks', 'phone', 'careByRule'] as const;
