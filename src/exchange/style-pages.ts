/** What single pages are laid out with. */
export const PAGES_STYLE = `
.bg{display:grid;grid-template-columns:minmax(0,544px) 304px minmax(0,1fr);column-gap:64px;align-items:start}
.bg>.prose{grid-column:1}
.bg>.notes{grid-column:2}
.bg>.notes.wide{grid-column:2/-1;display:grid;align-items:start;grid-template-columns:304px minmax(0,1fr);column-gap:64px;row-gap:var(--s3)}
.bg>.eyebrow{grid-column:1/-1;grid-row:1}
.bg>.lead,.bg>.lead-notes,.bg>.side{grid-row:2}
.bg>.side{grid-column:3}
.bg>.side ul{display:grid;gap:var(--s2);font-size:var(--t1)}
.bg>.side li{display:flex;gap:6px;align-items:baseline}
.bg>.side h2{border-block-start-width:1px}
.prose{font-size:var(--t3);line-height:1.58}
.prose p{max-inline-size:66ch}
.prose p+p,.prose ul+p,.prose p+ul{margin-block-start:var(--s3)}
.prose .judg{font-size:var(--t5);line-height:1.3;font-weight:560;letter-spacing:-.006em;text-wrap:pretty;max-inline-size:none}
.judgbox{border-block-start:3px solid var(--ink);padding-block-start:var(--s3)}
.judgbox+p{margin-block-start:var(--s4)}
.bg>section.prose,.bg>section.prose+.notes{margin-block-start:var(--s6)}
.prose h2{font-size:var(--t2)}
.prose li{padding-inline-start:1.1em;position:relative;margin-block-end:5px;max-inline-size:66ch}
.prose li::before{content:"\\2013";position:absolute;inset-inline-start:0;color:var(--soft)}
.prose .made{font-size:var(--t1);line-height:1.55;color:var(--soft)}
.notes:not(.wide) .why+.why{margin-block-start:var(--s3)}
.eyebrow{font-size:var(--t1);color:var(--soft);margin-block-end:var(--s2)}
.grounds{columns:3;column-gap:var(--s7);margin-block-start:var(--s3)}
.grounds>*{break-inside:avoid;margin-block-end:var(--s4)}
.grounds .many a{white-space:nowrap}
.grounds h3{display:flex;gap:var(--s2);justify-content:space-between;align-items:baseline}
.grounds h3 a{font-weight:400}
.grounds .path{overflow-wrap:anywhere}
.grounds .way{display:grid;gap:4px;margin-block-start:4px}
.grounds .way li{padding-inline-start:12px;position:relative}
.grounds .way li::before{content:"";position:absolute;inset-inline-start:0;inset-block-start:.7em;inline-size:6px;border-block-start:1px solid var(--edge)}
.duo{display:grid;grid-template-columns:minmax(0,1fr) 232px minmax(0,1fr);column-gap:var(--s6);margin-block-start:var(--s5)}
.duo>*{padding-block:var(--s3) var(--s4);border-block-start:1px solid var(--hair);min-inline-size:0}
.duo>.h{border-block-start:1px solid var(--ink);padding-block:var(--s2)}
.duo p.q{font-size:var(--t3);line-height:1.62;max-inline-size:58ch}
.duo p.q+p{margin-block-start:2px}
.duo .facts{display:grid;gap:1px;font-size:var(--t1);color:var(--soft);margin-block-start:2px}
.duo .s{color:var(--soft);font:400 var(--t1)/1 var(--sans);margin-inline-end:.5em}
.chl{font-size:var(--t1);line-height:1.4;display:grid;gap:5px;padding-block-start:var(--s1)}
.chl li{display:grid;grid-template-columns:1.5em 14px minmax(0,1fr);gap:6px;align-items:baseline}
.chl .n{color:var(--differ);font-weight:640}
.chl .ic{align-self:start;margin-block-start:2px}
.chl li:target{background:var(--word-wash)}
.finding{display:flex;gap:8px;align-items:baseline}
.finding .soft{margin-block-start:2px;line-height:1.35}
.under{margin-block-start:var(--s2);max-inline-size:80ch}
.under.small{max-inline-size:110ch}
.texts .blank,.small .blank,table .blank{font-size:inherit}
.two table th+th{inline-size:96px}
.who{display:none;font:400 var(--t1)/1.5 var(--sans);color:var(--soft)}
.texts{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:var(--s5) var(--s7)}
.texts dl,.facts-list{display:grid;grid-template-columns:auto minmax(0,1fr);gap:3px var(--s3);font-size:var(--t1)}
.texts dt,.facts-list dt{color:var(--soft)}
.texts dd{min-inline-size:0}
.two{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);column-gap:var(--s7);row-gap:var(--s6)}
.two>*{min-inline-size:0}
.judg-line{font-size:var(--t5);line-height:1.32;font-weight:560;letter-spacing:-.006em;max-inline-size:35em;text-wrap:balance}
.sheet{background:var(--sheet);border:1px solid var(--hair);padding:var(--s5);margin-block-end:var(--s5);max-inline-size:50rem}
.sheet .head{font-size:var(--t1);line-height:1.4;color:var(--soft);margin-block-end:var(--s4)}
.sheet .head b{color:var(--ink);font-size:var(--t2)}
.doc p.q{font-size:var(--t3);line-height:1.6;margin-block-end:var(--s3);padding-inline-start:28px;position:relative}
.doc p.q[data-n]::before{content:attr(data-n);position:absolute;inset-inline-start:0;font:400 var(--t1)/1.6 var(--sans);color:var(--soft);inset-block-start:2px}
.sp{border-block-end:2px solid var(--word);-webkit-box-decoration-break:clone;box-decoration-break:clone}
.sp.prop{border-block-end:2px dashed var(--edge)}
.sp sup{font:600 .62em/1 var(--sans);color:var(--word);margin-inline-start:.15em;vertical-align:.5em}
.sp sup a{color:inherit;text-decoration:none}
.sent{display:block}
.discs-row{margin-block-start:var(--s5);row-gap:var(--s5)}
.discs-row svg{margin-block-start:var(--s2)}
.silence .sec{margin-block-start:var(--s6)}
.silence .judg-line{border:0;padding:0;margin:0}
.why .said{display:grid;gap:var(--s2);margin-block-start:var(--s3)}
td.pad,th.pad{padding-inline-start:var(--s5)}
.classes td.pad{min-inline-size:220px}
.cite{overflow-wrap:anywhere}
.mx td,.mx tbody th{padding-block:2px;vertical-align:middle}
.mx tbody th{max-inline-size:22em;line-height:1.3}
th.post,td.post{inline-size:38%;min-inline-size:300px;padding:0}
.mx tbody tr>*{padding-block:6px}.mx tbody td.post{padding-block:0}
.led{max-inline-size:860px}
.led tbody th{font-weight:400;font-size:var(--t2)}
.led .barcell{inline-size:30%;min-inline-size:150px;padding-block:0}
.led th.mid{text-align:center}
.led tr.tot>*{border-block-start:1px solid var(--ink);font-weight:640}
.led caption b{color:var(--ink)}
td.said{min-inline-size:20em}
.facts th{inline-size:176px;font-weight:400;color:var(--soft);font-size:var(--t2)}
.docs .hash{max-inline-size:19em;font-size:12px;line-height:1.3}
.docs .src{margin:0}
.docs th .small{font-weight:400}
tr:target>*{background:var(--word-wash)}
.sources>h2+p{margin-block-end:var(--s4)}
.legend{display:grid;gap:4px;margin-block-start:var(--s3)}
.graph{display:grid;grid-template-columns:176px minmax(0,1fr);column-gap:var(--s6);margin-block-start:var(--s5)}
.led td,.led th{padding-block:4px;vertical-align:middle}
@media (max-width:1280px){.grounds{columns:2}.bg{grid-template-columns:minmax(0,1fr) var(--margin);column-gap:var(--gap)}.bg>.side{grid-column:1/-1;grid-row:auto;order:9;padding-block-start:var(--s6)}.bg>section.prose:has(+.notes.wide){grid-column:1/-1}.bg>.notes.wide,.bg>section.prose+.notes.wide{grid-column:1/-1;display:block;columns:3;column-gap:var(--gap);margin-block-start:var(--s4)}.bg>.notes.wide .why{break-inside:avoid}.bg>.notes.wide .why+.why{margin-block-start:var(--s3)}}
@media (max-width:1100px){.duo{grid-template-columns:minmax(0,1fr) 190px minmax(0,1fr);column-gap:var(--s4)}}
@media (max-width:760px){
.bg>.notes.wide,.bg>section.prose+.notes.wide{columns:1}
.bg{grid-template-columns:minmax(0,1fr);row-gap:var(--s4)}
.bg>*{grid-column:1!important;grid-row:auto!important}
.bg>section.prose+.notes{margin-block-start:0}
.bg>section.prose{margin-block-start:var(--s3)}
.grounds{columns:1}
.two,.graph{grid-template-columns:minmax(0,1fr)}
.duo{grid-template-columns:minmax(0,1fr)}
.duo>*{border:0;padding-block:0}
.duo .h.mid{display:none}
.duo>.h{padding-block:var(--s2)}
.duo .a{border-block-start:1px solid var(--hair);padding-block-start:var(--s4);margin-block-start:var(--s4)}
.duo .b{padding-inline-start:var(--s3);border-inline-start:2px solid var(--hair)}
.duo .chl,.duo .mid-cell{padding-block:var(--s2)}
.who{display:block}
.sheet{padding:var(--s4) var(--s3)}
}
`;
