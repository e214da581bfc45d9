/** How a drawing looks, from a palette: the page's own colours there, plain ones in a file of its own. */

import type { Palette } from '../palette.js';

/**
 * Weight tells the relation: the more of the text went over, the heavier. Nothing hangs on colour, so that it prints, and
 * reads the same to everyone.
 */
export const drawingStyle = ({ paper, ink, soft, link }: Palette, sans: string): string => `
.stemma-svg{font-family:${sans}}
.stemma-svg text{fill:${ink};font-size:13px}
.stemma-svg .name{font-weight:600;unicode-bidi:isolate}
.stemma-svg .telling,.stemma-svg .date,.stemma-svg .note{fill:${soft};font-size:12px}
.stemma-svg .telling{unicode-bidi:isolate}
.stemma-svg .date{font-variant-numeric:tabular-nums}
.stemma-svg .summary{font-size:13px}
.stemma-svg .heading{font-size:16px;font-weight:600}
.stemma-svg .mark{fill:${ink};stroke:${ink};stroke-width:1.6}
.stemma-svg .lost .mark{fill:${paper}}
.stemma-svg .number{fill:${paper};font-size:10.5px;font-weight:600;text-anchor:middle;font-variant-numeric:tabular-nums}
.stemma-svg .lost .number{fill:${ink}}
.stemma-svg .tie{fill:none;stroke:${soft};stroke-width:1.1}
.stemma-svg .reprint{stroke-width:2.6}.stemma-svg .rewrite{stroke-width:1.8}
.stemma-svg .follow-up{stroke-dasharray:.1 3.4;stroke-linecap:round;stroke-width:1.8}
.stemma-svg .open{stroke-width:1.5;stroke-dasharray:5 3.5;stroke-linecap:butt}
.stemma-svg .head{fill:${soft}}
.stemma-svg a{cursor:pointer}.stemma-svg a:hover .name,.stemma-svg a:focus .name{text-decoration:underline;fill:${link}}
`;
