import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

// Warm neutrals and one deep green: readable at midnight under fluorescent light and on a dimmed phone.
// Every shade used for text keeps at least 4.5:1 on every surface it is used on (see the resolver below).
const pine: MantineColorsTuple = ['#eef6f3', '#d9ebe5', '#b3d7cb', '#8ac1b0', '#63ab97', '#459580', '#2e7f6b', '#1f6a59', '#185548', '#103e35'];
const gray: MantineColorsTuple = ['#faf8f5', '#f3efe9', '#e9e3da', '#dbd3c7', '#c4baac', '#8f8578', '#685f55', '#544c44', '#3b352f', '#292420'];
const dark: MantineColorsTuple = ['#ece7e0', '#d3ccc3', '#c0b8ae', '#a1988d', '#4d4640', '#3a352f', '#2f2a26', '#262220', '#1b1816', '#13110f'];
const red: MantineColorsTuple = ['#fdf1ee', '#fadcd5', '#f3b5a8', '#f0a191', '#e26b53', '#d5513a', '#bd3f2a', '#a03422', '#7f2a1d', '#5f2016'];
const yellow: MantineColorsTuple = ['#fdf6e5', '#fae8bd', '#f3d07d', '#eab843', '#dca01c', '#b98113', '#97680d', '#7a540a', '#5f4208', '#453006'];
const green: MantineColorsTuple = ['#eff6ea', '#dcebd0', '#b9d6a3', '#95c077', '#76ab53', '#5c953a', '#487d2c', '#3a6723', '#2d521b', '#1f3a12'];
const blue: MantineColorsTuple = ['#eef4fa', '#d8e5f2', '#afcae4', '#84add4', '#5e92c5', '#4179b1', '#306499', '#265180', '#1d3f65', '#142c48'];
const palettes = { pine, gray, dark, red, yellow, green, blue };

const systemFont = 'ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif';

/** The one theme of Posada: fonts of the device (nothing to download), 16 px, calm corners, one strong colour. */
export const theme = createTheme({
  colors: palettes,
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.18,
  black: '#26211d',
  white: '#ffffff',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: systemFont,
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  headings: {
    fontFamily: systemFont,
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.4' },
    },
  },
  components: {
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.5 }, transitionProps: { duration: 120 } } },
    // Their <header> would be a second banner of the page.
    ModalHeader: { defaultProps: { role: 'none' } },
    DrawerHeader: { defaultProps: { role: 'none' } },
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false, shadow: 'md' } },
    Paper: { defaultProps: { radius: 'md' } },
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true } } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
  },
});

/** Colours of meaning per scheme; each pair of text and surface keeps AA contrast. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--posada-page': '#f6f2ec',
    '--posada-line': gray[3],
    '--mantine-color-body': '#ffffff',
    '--mantine-color-error': red[7],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-default-border': gray[4],
    '--mantine-color-anchor': pine[7],
    ...tones((shades) => ({ text: shades[8], quiet: shades[1], line: shades[3] })),
  },
  dark: {
    '--posada-page': dark[8],
    '--posada-line': dark[4],
    '--mantine-color-body': dark[7],
    '--mantine-color-error': red[3],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-anchor': pine[3],
    ...tones((shades) => ({ text: shades[2], quiet: `color-mix(in srgb, ${shades[7]} 38%, ${dark[8]})`, line: shades[7] })),
    '--posada-gray-text': dark[1],
    '--posada-gray-quiet': dark[5],
    '--posada-gray-line': dark[4],
    '--mantine-color-gray-light': dark[5],
    '--mantine-color-gray-light-color': dark[1],
  },
});

type Tone = { text: string; quiet: string; line: string };

/** `--posada-<colour>-text|quiet|line` for badges, alerts and tiles, and Mantine's own "light" and "outline" looks in the same colours. */
function tones(pick: (shades: MantineColorsTuple) => Tone): Record<string, string> {
  const meanings = Object.entries(palettes).filter(([name]) => name !== 'dark');
  return Object.fromEntries(
    meanings.flatMap(([name, shades]) => {
      const { text, quiet, line } = pick(shades);
      return [
        [`--posada-${name}-text`, text],
        [`--posada-${name}-quiet`, quiet],
        [`--posada-${name}-line`, line],
        [`--mantine-color-${name}-text`, text],
        [`--mantine-color-${name}-light`, quiet],
        [`--mantine-color-${name}-light-color`, text],
        [`--mantine-color-${name}-outline`, text],
      ];
    }),
  );
}
