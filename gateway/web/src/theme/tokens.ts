/**
 * Every colour and size of the web app. Warm greys, one accent: the party's deep red, which is the brand and therefore never means error.
 * Errors are dark amber, success is a quiet green; both always come with an icon and words. `tokens.test.ts` holds the contrasts to 4.5:1.
 */
export interface Palette {
  /** The page behind everything. */
  page: string;
  /** Fields, side bar and rows that lie on the page. */
  surface: string;
  /** A quiet tint under what is hovered, chosen or set apart. */
  tint: string;
  line: string;
  /** The border of something one can fill in: 3:1 against its background. */
  fieldLine: string;
  text: string;
  /** Secondary words; still 4.5:1. */
  dim: string;
  /** The red as words, links and marks on the page. */
  accent: string;
  /** The red as a filled surface under white words. */
  accentFill: string;
  accentFillHover: string;
  accentTint: string;
  /** Errors and what is late. */
  amber: string;
  amberTint: string;
  /** What went well. */
  green: string;
  greenTint: string;
  focus: string;
}

export const light: Palette = {
  page: '#faf8f5',
  surface: '#ffffff',
  tint: '#f3efe9',
  line: '#e4ddd3',
  fieldLine: '#8d8379',
  text: '#27211d',
  dim: '#655c54',
  accent: '#a3131f',
  accentFill: '#a3131f',
  accentFillHover: '#870d18',
  accentTint: '#f8ebe9',
  amber: '#7f4600',
  amberTint: '#fbefd9',
  green: '#2a6339',
  greenTint: '#e8f1e7',
  focus: '#27211d',
};

export const dark: Palette = {
  page: '#1a1715',
  surface: '#23201d',
  tint: '#2d2925',
  line: '#3d3731',
  fieldLine: '#8f857a',
  text: '#f1ece6',
  dim: '#b8aea4',
  accent: '#f58d84',
  accentFill: '#b8242f',
  accentFillHover: '#cb323c',
  accentTint: '#3a2321',
  amber: '#f3b863',
  amberTint: '#3a2c17',
  green: '#92cda0',
  greenTint: '#1f3024',
  focus: '#f1ece6',
};

/** One scale of sizes, in rem of 16 px: 14, 15.5, 17 (body), 20, 25, 31 and 39 px. */
export const sizes = { xs: '0.875rem', sm: '0.96875rem', md: '1.0625rem', lg: '1.25rem', xl: '1.5625rem', h2: '1.9375rem', h1: '2.4375rem' };
