import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';
import { dark, light, type Palette, sizes } from './tokens';

const accent: MantineColorsTuple = ['#f8ebe9', '#f3d3d0', '#eab0ac', '#f58d84', '#e0675f', '#cb323c', '#b8242f', '#b01a26', '#a3131f', '#870d18'];
const warmGrey: MantineColorsTuple = ['#faf8f5', '#f3efe9', '#ebe5dd', '#e4ddd3', '#cfc6ba', '#b0a599', '#8d8379', '#655c54', '#423b35', '#27211d'];
const warmDark: MantineColorsTuple = ['#f1ece6', '#d6cec5', '#b8aea4', '#8f857a', '#4a433c', '#3d3731', '#2d2925', '#23201d', '#1a1715', '#131110'];

const field = { size: 'md', classNames: { label: 'field-label', description: 'field-help' }, inputWrapperOrder: ['label', 'input', 'description', 'error'] };

/** How Mantine looks here. Sizes and shapes; the colours per scheme are in {@link colourVariables}. */
export const theme = createTheme({
  fontFamily: "'Schibsted Grotesk Variable', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: sizes.xs, sm: sizes.sm, md: sizes.md, lg: sizes.lg, xl: sizes.xl },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.4', xl: '1.3' },
  headings: {
    fontWeight: '650',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: `clamp(${sizes.h2}, 5vw, ${sizes.h1})`, lineHeight: '1.15' },
      h2: { fontSize: sizes.xl, lineHeight: '1.25' },
      h3: { fontSize: sizes.lg, lineHeight: '1.35' },
    },
  },
  colors: { accent, gray: warmGrey, dark: warmDark },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 6 },
  white: '#ffffff',
  black: light.text,
  defaultRadius: 'sm',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  shadows: { xs: 'none', sm: 'none', md: '0 4px 16px rgb(0 0 0 / 0.08)', lg: '0 4px 16px rgb(0 0 0 / 0.08)', xl: '0 4px 16px rgb(0 0 0 / 0.08)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Plain objects and not Component.extend(): the theme is on every page, the components are not.
  components: {
    Button: { defaultProps: { size: 'md' }, styles: { root: { fontWeight: 600 } } },
    TextInput: { defaultProps: field },
    InputBase: { defaultProps: field },
    NativeSelect: { defaultProps: field },
    DateInput: { defaultProps: field },
    Checkbox: { defaultProps: { size: 'md' } },
    Skeleton: { defaultProps: { radius: 'sm' } },
  },
});

function variables(palette: Palette): Record<string, string> {
  return {
    '--mantine-color-body': palette.page,
    '--mantine-color-text': palette.text,
    '--mantine-color-bright': palette.text,
    '--mantine-color-dimmed': palette.dim,
    '--mantine-color-placeholder': palette.dim,
    '--mantine-color-anchor': palette.accent,
    '--mantine-color-error': palette.amber,
    '--mantine-color-default': palette.surface,
    '--mantine-color-default-hover': palette.tint,
    '--mantine-color-default-color': palette.text,
    '--mantine-color-default-border': palette.fieldLine,
    '--mantine-primary-color-filled': palette.accentFill,
    '--mantine-primary-color-filled-hover': palette.accentFillHover,
    '--mantine-color-accent-filled': palette.accentFill,
    '--mantine-color-accent-filled-hover': palette.accentFillHover,
    '--mantine-color-accent-light': palette.accentTint,
    '--mantine-color-accent-light-hover': palette.accentTint,
    '--mantine-color-accent-light-color': palette.accent,
    '--mantine-color-accent-outline': palette.accent,
    '--mantine-color-accent-outline-hover': palette.accentTint,
    '--mantine-color-accent-text': palette.accent,
    '--page': palette.page,
    '--surface': palette.surface,
    '--tint': palette.tint,
    '--line': palette.line,
    '--field-line': palette.fieldLine,
    '--text': palette.text,
    '--dim': palette.dim,
    '--accent': palette.accent,
    '--accent-tint': palette.accentTint,
    '--amber': palette.amber,
    '--amber-tint': palette.amberTint,
    '--green': palette.green,
    '--green-tint': palette.greenTint,
    '--focus': palette.focus,
  };
}

/** The colours of both schemes, as the variables that Mantine and our own styles read. */
export const colourVariables: CSSVariablesResolver = () => ({ variables: {}, light: variables(light), dark: variables(dark) });
