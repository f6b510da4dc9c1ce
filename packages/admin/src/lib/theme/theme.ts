import { createTheme, type CSSVariablesResolver, type MantineThemeOverride } from '@mantine/core';
import { palette } from './palette';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Ubuntu, Cantarell, Arial, sans-serif';

/**
 * The list of choices scrolls by itself: a scroll area inside it would be a second, unnamed stop for a screen reader.
 * It opens inside the page's main landmark (the shell's `#main`), not after the end of the document.
 */
const LIST = {
  comboboxProps: { shadow: 'md', portalProps: { target: '#main' } },
  withScrollArea: false,
  styles: { options: { maxHeight: 300, overflowY: 'auto' } },
};

/** One accent, greys, and colours only for meaning; the same sizes everywhere. */
export function makeTheme(accent: string): MantineThemeOverride {
  return createTheme({
    fontFamily: FONT,
    fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
    primaryColor: 'accent',
    primaryShade: { light: 6, dark: 6 },
    colors: { accent: palette(accent) },
    defaultRadius: 'md',
    cursorType: 'pointer',
    focusRing: 'auto',
    respectReducedMotion: true,
    headings: {
      fontFamily: FONT,
      fontWeight: '650',
      sizes: {
        h1: { fontSize: '1.375rem', lineHeight: '1.3' },
        h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
        h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      },
    },
    components: {
      Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
      // It goes by itself; the cross would be a button without a name.
      Notification: { defaultProps: { withCloseButton: false } },
      // The placeholder that takes the first focus is no item of a menu, and a menu belongs to the landmark that it opens from.
      Menu: { defaultProps: { withInitialFocusPlaceholder: false, withinPortal: false } },
      Select: { defaultProps: LIST },
      MultiSelect: { defaultProps: LIST },
    },
  });
}

/** Greys and meanings that Mantine has no names for; light and dark. All pairs of text and ground reach AA. */
export const cssVariables: CSSVariablesResolver = (theme) => ({
  variables: { '--accent': theme.colors['accent']?.[6] ?? '' },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#5b636d',
    '--mantine-color-placeholder': '#6b7480',
    '--mantine-color-error': '#b3261e',
    '--ground': '#f5f6f7',
    '--panel': '#ffffff',
    '--line': '#e1e4e8',
    '--accent-text': theme.colors['accent']?.[6] ?? '',
    '--accent-ground': theme.colors['accent']?.[0] ?? '',
    '--danger': '#b3261e',
    '--danger-ground': '#fdeceb',
    '--warning': '#8a5300',
    '--warning-ground': '#fdf1dc',
    '--good': '#1d6b3a',
    '--good-ground': '#e7f5ec',
    '--waiting': '#5d4a8a',
    '--waiting-ground': '#f0ecf9',
    '--note': '#6b5200',
    '--note-ground': '#fff9db',
    '--note-line': '#d9b62f',
    '--quiet': '#555d66',
    '--quiet-ground': '#eef0f2',
  },
  dark: {
    '--mantine-color-body': '#1b1d20',
    '--mantine-color-dimmed': '#a3abb5',
    '--mantine-color-placeholder': '#8f97a1',
    '--mantine-color-error': '#ff9d94',
    '--ground': '#141618',
    '--panel': '#1b1d20',
    '--line': '#33373c',
    '--accent-text': theme.colors['accent']?.[3] ?? '',
    '--accent-ground': `color-mix(in srgb, ${theme.colors['accent']?.[6] ?? ''} 28%, #1b1d20)`,
    '--danger': '#ff9d94',
    '--danger-ground': '#3d1f1d',
    '--warning': '#f0bd6a',
    '--warning-ground': '#3a2c14',
    '--good': '#7fd29b',
    '--good-ground': '#1b3324',
    '--waiting': '#c3b2ee',
    '--waiting-ground': '#2c2540',
    '--note': '#e8d27a',
    '--note-ground': '#2f2b16',
    '--note-line': '#8a7628',
    '--quiet': '#b0b7c0',
    '--quiet-ground': '#282b2f',
  },
});
