/** One style sheet for screen, phone, print, light and dark. It loads nothing. */
import { DARK, declared, LIGHT, VARIABLES } from '../palette.js';
import { drawingStyle } from '../stemma/style.js';

export const STYLE = `
:root{color-scheme:light dark;${declared(LIGHT)};--line:#d9d4c9;--wash:#f3f0e9;--mark:#ffedb0;--alert:#8c2f16;--serif:ui-serif,Charter,"Iowan Old Style",Georgia,"Times New Roman",serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
@media (prefers-color-scheme:dark){:root{${declared(DARK)};--line:#3b3833;--wash:#22201d;--mark:#574811;--alert:#f0a088}}
*{box-sizing:border-box}
html{font:100%/1.5 var(--sans);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:break-word}
.page{max-width:66rem;margin:0 auto;padding:0 1.25rem 4rem}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}
a.words{color:inherit;text-decoration-color:var(--faint)}a.words:hover{color:var(--link);text-decoration-color:currentColor}
a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-100vw}.skip:focus{left:.5rem;top:.5rem;padding:.5rem .75rem;background:var(--paper);z-index:1}
h1,h2,h3,h4{line-height:1.2;text-wrap:balance;font-family:var(--serif);font-weight:600;margin:0}
h1{font-size:clamp(1.9rem,4.5vw,2.75rem);letter-spacing:-.01em;max-width:24em}
h2{font-size:1.5rem;margin:3.25rem 0 .35rem;padding-top:.85rem;border-top:2px solid var(--ink)}
h3{font-size:1.1rem}h4{font-size:.85rem;font-family:var(--sans)}
p{margin:.4rem 0}ol,ul{margin:.4rem 0;padding-left:1.25rem}
.lede{color:var(--soft);max-width:44rem;margin-bottom:1.1rem}
header{padding:2.75rem 0 1.25rem}
.kicker{font-size:.8rem;color:var(--soft);letter-spacing:.03em;margin:0 0 .6rem}
.extent{font-size:1.05rem;margin:.9rem 0 .25rem}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;padding:.7rem 0;margin:0;border-top:1px solid var(--line);border-bottom:1px solid var(--line);font-size:.9rem}
nav .n{color:var(--soft)}
.story{margin:1.9rem 0 .25rem;font-style:italic;font-weight:500}
.claim{display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:0 1.5rem;padding:.9rem 0;border-top:1px solid var(--line)}
.story+.claim{border-top:0}
.count{font-size:.85rem;color:var(--soft);line-height:1.35;font-variant-numeric:tabular-nums}
.count span{display:block}.count b{color:var(--ink);font-size:1.15rem;font-weight:600;font-family:var(--serif)}
.count b.words{font-size:1rem}
.claim h3{font-weight:600;max-width:40rem}
.reason{max-width:42rem;color:var(--soft)}
.said{max-width:42rem;font-size:.92rem;border-left:3px solid var(--link);padding-left:.7rem}
q,blockquote{font-family:var(--serif)}q{quotes:none}
mark{background:var(--mark);color:inherit;padding:.06em .08em;border-radius:2px;box-decoration-break:clone;-webkit-box-decoration-break:clone}
details{margin:.3rem 0 0}summary{cursor:pointer;color:var(--link);font-size:.9rem;width:fit-content}
summary:hover{text-decoration:underline}
table{border-collapse:collapse;width:100%;margin:.6rem 0 .2rem;font-size:.93rem}
th,td{text-align:left;vertical-align:top;padding:.55rem .9rem .55rem 0;border-top:1px solid var(--line)}
thead th{font-size:.78rem;font-weight:500;color:var(--soft);border-top:0;padding-bottom:.2rem}
tbody th{font-weight:600;width:22%}tbody th span,.sub{display:block;font-weight:400;color:var(--soft);font-size:.85rem}
td.how{width:28%;font-size:.88rem}
td q{line-height:1.5}
.stance{color:var(--alert);font-weight:600}
.changes{list-style:none;padding:0;margin:.3rem 0 .1rem;font-size:.92rem}
.changes li{padding:.3rem 0;display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:0 .9rem}
.changes .kind{color:var(--soft)}
.label{font:500 .8rem/1.4 var(--sans);color:var(--soft);margin:1.1rem 0 0}
.small{font-size:.9rem}
.conflict{margin:.9rem 0;padding:.85rem 1rem 1rem;background:var(--wash);border-radius:6px}
.conflict h3,.conflict h4{font-size:1rem;font-family:var(--serif)}
.conflict .about{font-size:.9rem;color:var(--soft);margin:.15rem 0 .6rem}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(16rem,100%),1fr));gap:.8rem 1.5rem}
.side{border-left:3px solid var(--alert);padding-left:.85rem}
.side ul{list-style:none;padding:0;margin:.2rem 0 0}.side li{padding:.15rem 0}
.side p{margin:0;font-size:.85rem;color:var(--soft)}
.rows{list-style:none;padding:0;margin:.6rem 0}.rows>li{padding:.65rem 0;border-top:1px solid var(--line)}
.rows>li:first-child{border-top:0}
.tree{list-style:none;margin:.3rem 0 0;padding:0 0 0 1rem;border-left:2px solid var(--line)}.tree li{padding:.2rem 0}
.drawing{margin:1.2rem 0 1.6rem}.drawing figcaption{margin:0 0 .5rem}.drawing .scroll{overflow-x:auto;padding:.15rem 0}
.drawing .scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.drawing svg{display:block}
.legend{list-style:none;padding:0;margin:-.4rem 0 1.6rem;display:flex;flex-wrap:wrap;gap:.1rem 1.4rem;font-size:.8rem;color:var(--soft)}.legend li{display:flex;align-items:center;gap:.35rem}
${drawingStyle(VARIABLES, 'var(--sans)')}
.evidence{color:var(--soft);font-size:.88rem}
.two{columns:2 24rem;column-gap:2.5rem}.two>*{break-inside:avoid}
.speaker{margin:0;padding:.8rem 0}.speaker ul{list-style:none;padding:0;margin:.25rem 0 0}.speaker li{padding:.25rem 0}
.time{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:0 1.25rem}
.time .at{font-variant-numeric:tabular-nums;color:var(--soft)}
.leads{padding-left:1.6rem;margin:.6rem 0}.leads>li{padding:.45rem 0 .45rem .25rem;max-width:46rem}.leads>li::marker{color:var(--soft);font-variant-numeric:tabular-nums}
.index{list-style:none;padding:0;margin:.3rem 0 1.2rem;font-size:.92rem}.index li{padding:.2rem 0;display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:0 1rem}.index .kind{color:var(--soft)}
.subject{border-top:1px solid var(--line);margin:0;padding:.55rem 0}.subject>summary{width:auto;color:inherit;font-size:1rem}.subject>summary b{font-family:var(--serif);font-weight:600}
.subject>div{padding:.2rem 0 .8rem 1.1rem}.subject h4{margin:1rem 0 0}.subject .rows{margin:.1rem 0}.subject .rows>li{padding:.35rem 0;border:0}
.fact,.subject .time{display:grid;grid-template-columns:11.5rem minmax(0,1fr);gap:0 1.25rem}
.subject>div:target{outline:2px solid var(--link);outline-offset:3px;border-radius:4px}
.where{font-size:.85rem;color:var(--soft)}
.more{color:var(--soft);font-size:.92rem;border-top:1px solid var(--line);padding-top:.7rem}
.account{padding:1.1rem 0;border-top:1px solid var(--line)}.account .no{color:var(--soft);font-weight:400;margin-right:.3rem}
.meta{font-size:.85rem;color:var(--soft)}.hash{font-family:ui-monospace,monospace;font-size:.72rem;overflow-wrap:anywhere}
.excerpts{list-style:none;padding:0}.excerpts li{padding:.35rem .6rem;border-radius:4px}
.excerpts li:target,.claim:target,.account:target{background:var(--wash);outline:2px solid var(--link);outline-offset:3px;border-radius:4px}
blockquote{margin:0;color:var(--soft);font-size:.95rem}blockquote mark{color:var(--ink)}
.method{max-width:44rem}.none{color:var(--soft);font-size:.9rem}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.85rem}
@media (max-width:40rem){
.page{padding:0 1rem 3rem}header{padding-top:1.75rem}
.claim{grid-template-columns:minmax(0,1fr);gap:.35rem}.count{display:flex;gap:.35rem .9rem;align-items:baseline;flex-wrap:wrap}
table,tbody,tr,th,td{display:block;width:auto}thead{position:absolute;left:-200vw}
tbody tr{padding:.7rem 0;border-top:1px solid var(--line)}tbody th,tbody td,td.how{border:0;padding:.12rem 0;width:auto}tbody th span{display:inline;margin-left:.4rem}
.changes li,.time,.fact,.index li{grid-template-columns:minmax(0,1fr)}
}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--wash:#fff;--mark:#eee;--link:#000}
html{font-size:10pt}.page{max-width:none;padding:0}nav,.skip,summary{display:none}
details::details-content{content-visibility:visible;block-size:auto;height:auto}
.claim,.conflict,.speaker,tr,.rows>li,.leads>li,.excerpts li{break-inside:avoid}h2,h3{break-after:avoid}
.drawing .scroll{overflow:visible}.drawing svg{max-width:100%;height:auto}.drawing{break-inside:auto}
mark{text-decoration:underline;background:none}.conflict{border:1px solid var(--line)}
}
@media (forced-colors:active){mark{text-decoration:underline}}
`;
