/** The recurring things: quotes, source marks, figures, missing things, change marks. Shape first, colour second. */
export const MARKS_STYLE = `
q,.q{font-family:var(--serif);line-height:1.5;quotes:"\\201C" "\\201D"}
q::before{content:open-quote}q::after{content:close-quote}
q:lang(ar){quotes:"\\AB" "\\BB"}
q:lang(de){quotes:"\\201E" "\\201C"}
html[lang=ar] .bg q,article[lang=ar] q,.notes-list[lang=ar] q{quotes:"\\AB" "\\BB"}
[lang=ar] .why q,.notes-list[lang=ar] q{display:block;text-align:start}
q:lang(fr){quotes:"\\AB\\A0" "\\A0\\BB"}
.src{white-space:nowrap;text-decoration:none;font-size:.9333em;color:var(--word)}
a.src{display:inline-block;min-block-size:24px}
a.src:hover{text-decoration:underline}
.src svg{inline-size:11px;block-size:11px;margin-inline-end:4px;vertical-align:-.5px}
svg .f{fill:currentColor}
svg .l{fill:none;stroke:currentColor;stroke-width:1.5}
svg .d{fill:none;stroke:currentColor;stroke-width:1.5;stroke-dasharray:2.6 2}
.ic{inline-size:14px;block-size:14px;vertical-align:-2px;color:var(--differ);flex:none}
.ic.ok{color:var(--ink)}
[dir=rtl] .fig{unicode-bidi:plaintext}
[dir=rtl] svg{direction:ltr}
[dir=rtl] svg:not(svg svg){transform:scaleX(-1)}
[dir=rtl] svg text{transform:scaleX(-1);transform-box:fill-box;transform-origin:center}
[dir=rtl] [dir=ltr] :is(svg:not(svg svg),svg text){transform:none}
.hid{font:600 .7em/1 var(--sans);color:var(--differ);border:1px dashed var(--differ-line);border-radius:2px;padding:0 3px;margin-inline:1px;white-space:nowrap;direction:ltr;unicode-bidi:isolate}
.fig{color:inherit;text-decoration:underline dotted var(--word) 1.5px;text-underline-offset:.22em;font-variant-numeric:lining-nums tabular-nums}
.fig:hover,.fig:focus{background:var(--word-wash);text-decoration-style:solid}
.nofig{font-variant-numeric:lining-nums tabular-nums}
sup{line-height:0;font-size:.72em}
.ref{text-decoration:none;padding:2px 1px;margin-inline-start:1px}
.ref:hover{text-decoration:underline}
.why{font-size:var(--t1);line-height:1.5;color:var(--soft);padding-block-start:var(--s2);border-block-start:1px solid var(--hair)}
.why b,.why h2,.why h3{color:var(--ink)}
.why h2,.why h3{font-size:var(--t1);margin-block-end:2px;border:0;padding:0}
.why.open,.why:target{border-block-start:2px solid var(--word);color:var(--ink)}
.why:target{background:var(--word-wash)}
.why q{font-size:var(--t2);color:var(--ink)}
.why dl{display:grid;grid-template-columns:auto minmax(0,1fr);gap:3px var(--s3);margin-block-start:var(--s1)}
.why dt{color:var(--soft)}
.why dd{color:var(--ink);min-inline-size:0}
.blank{display:inline-block;white-space:nowrap;min-inline-size:72px;border-block-end:1.5px dashed var(--edge);color:var(--soft);padding-inline:2px;line-height:1.15;font-family:var(--sans);font-size:var(--t2)}
.versus{display:flex;flex-wrap:wrap;row-gap:var(--s2);padding-block:2px}
.versus>*{flex:1 1 150px;padding-inline-end:var(--s3)}
.versus>*+*{border-inline-start:2px solid var(--differ-line);padding-inline-start:var(--s3)}
.ch{text-decoration:none;background:none;color:inherit;padding:0 .06em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.ch.gone{border:1.5px dashed var(--differ-line);border-radius:2px;padding:0 .12em}
.ch.weak{border-block-end:1.5px solid var(--differ-line)}
.ch.hard{border-block-end:4px double var(--differ-line);background:var(--differ-wash)}
.ch.chg{border:1.5px solid var(--differ-line);border-radius:2px;padding:0 .12em}
.ch.add{background:var(--differ-wash);border-block-end:2px solid var(--differ-line)}
.ch sup,.caret sup{font:600 .62em/1 var(--sans);color:var(--differ);margin-inline-start:.15em;vertical-align:.5em;padding-inline-end:.1em}
.ch a,.caret a{color:inherit;text-decoration:none}
.caret{color:var(--differ);font-family:var(--sans);white-space:nowrap}
.caret svg{inline-size:11px;block-size:11px;vertical-align:-1px}
.st{white-space:nowrap;font-size:var(--t1)}
.st svg{inline-size:12px;block-size:12px;margin-inline-end:6px;vertical-align:-1.5px}
.st.p{color:var(--soft)}
.key{display:flex;flex-wrap:wrap;gap:var(--s2) var(--s5);font-size:var(--t1);color:var(--soft)}
.key>*{display:inline-flex;gap:6px;align-items:center}
.key .ch{font-family:var(--serif);font-size:var(--t2)}
svg.chart{display:block;inline-size:100%;block-size:auto;overflow:visible}
svg text{font-family:var(--sans);font-size:13px;fill:var(--ink)}
svg text.s{fill:var(--soft)}
svg text.b{font-weight:640}
svg text.w{fill:var(--word);font-weight:640}
svg text.t{font-size:12px}
.c-hair{stroke:var(--hair);fill:none}
.c-edge{stroke:var(--edge);fill:none}
.c-ink{stroke:var(--ink);fill:none;stroke-width:2}
.c-word{stroke:var(--word);fill:none;stroke-width:3}
.c-cut{stroke:var(--word);fill:none;stroke-width:2}
.c-soft{stroke:var(--soft);fill:none;stroke-width:2}
.dash{stroke-dasharray:6 4}
.dot{stroke-dasharray:1.5 4;stroke-linecap:round}
.f-ink{fill:var(--ink)}.f-word{fill:var(--word)}.f-wash{fill:var(--word-wash)}.f-paper{fill:var(--paper)}.f-soft{fill:var(--soft)}
.o-ink{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}
.o-edge{fill:none;stroke:var(--edge);stroke-width:1.4}
.later{stroke:var(--hair);stroke-width:2}
.c-line{stroke:var(--ink);fill:none}
.dashdot{stroke-dasharray:10 4 2 4}
.o-dash{fill:var(--paper);stroke:var(--edge);stroke-width:1.5;stroke-dasharray:2.6 2}
.knot{fill:var(--paper);stroke-width:2}
.of-ink{stroke:var(--ink)}.of-word{stroke:var(--word)}.knot.of-soft{stroke:var(--soft)}
.halo{paint-order:stroke;stroke:var(--paper);stroke-width:5px;stroke-linejoin:round}
svg tspan.b{font-weight:640}svg tspan.s{fill:var(--soft)}
svg.bar,svg.tl{display:block;overflow:visible}
svg.tl{color:var(--ink)}
svg .ev.of-soft{color:var(--soft);stroke:none}
svg.discs{display:block;max-inline-size:100%;block-size:auto}
`;
