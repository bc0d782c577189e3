/** Paper: always light, A4, the notes in the margin, links in ink, change marks by line. */
export const PRINT_STYLE = `
@page{size:A4;margin:16mm 14mm 18mm}
@media print{
:root{color-scheme:light;--paper:#fff;--t6:1.5rem;--t5:1.35rem;--t4:1.05rem;--t3:.95rem;--t2:.875rem;--t1:.75rem;--side:0px;--margin:220px;--gap:24px}
body{background:#fff}
.skip{display:none}
main{padding:12px 0 0;max-inline-size:none}
.top,.strip,.page-foot{padding-inline:0;max-inline-size:none}
.top .demo{flex-basis:auto;margin-inline-start:auto}
.row{grid-template-columns:minmax(0,1fr) var(--margin);column-gap:var(--gap)}
.bg{grid-template-columns:minmax(0,1fr) 220px;column-gap:24px}
.bg>.prose{grid-column:1!important}
.bg>.notes{grid-column:2!important;display:block}
.bg>section.prose:has(+.notes.wide),.bg>.notes.wide{grid-column:1/-1!important}
.bg>.notes.wide{display:block;columns:2;column-gap:24px}
.bg>.notes.wide .why+.why{margin-block-start:var(--s3)}
.bg>.side{grid-column:1/-1!important;grid-row:auto!important;padding-block-start:var(--s5)}
.grounds{columns:2;column-gap:24px}
.duo{grid-template-columns:minmax(0,1fr) 150px minmax(0,1fr);column-gap:14px}
.duo .h.mid{display:block}
.duo>*,.duo>.b{border-inline-start:0;padding-inline-start:0;padding-block:10px;border-block-start:1px solid var(--hair);margin:0}
.who{display:none}
.two{grid-template-columns:minmax(0,1fr) minmax(0,1fr);column-gap:24px}
.sheet{border:0;padding-inline:0;max-inline-size:none}
.why,.duo>*,tr,.key,.discs-row{break-inside:avoid}
aside.why{break-inside:auto}
.graph{grid-template-columns:minmax(0,1fr);row-gap:8px}
.curve .only-wide{display:none!important}
.curve .only-narrow{display:block!important}
.strip{grid-template-columns:minmax(0,1fr);row-gap:8px}
.strip .cut b{display:inline}
h2,h3,.judgbox{break-after:avoid}
a,.src{color:inherit}
.fig{text-decoration-color:currentColor}
.ch.hard,.ch.add{background:none}
.scroll{overflow:visible}
}
@media (forced-colors:active){
.ch{forced-color-adjust:auto}
.f-ink,.f-word,.f-soft{fill:CanvasText}
.c-ink,.c-word,.c-soft,.c-edge,.c-cut{stroke:CanvasText}
}
`;
