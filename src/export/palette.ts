/** The colours that the page and the drawing share. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  /** Of what is said beside, and of lines. */
  readonly soft: string;
  readonly faint: string;
  readonly link: string;
}

export const LIGHT: Palette = {
  paper: '#fcfbf8',
  ink: '#1d1c1a',
  soft: '#5c5850',
  faint: '#a9a294',
  link: '#1b4f7d',
};
export const DARK: Palette = {
  paper: '#181715',
  ink: '#ebe7df',
  soft: '#ada79c',
  faint: '#77716a',
  link: '#8fc0ea',
};

/** For a style sheet that has declared each as a variable. */
export const VARIABLES: Palette = {
  paper: 'var(--paper)',
  ink: 'var(--ink)',
  soft: 'var(--soft)',
  faint: 'var(--faint)',
  link: 'var(--link)',
};

export const declared = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
