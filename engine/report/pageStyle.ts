const lightColours = `
--page:#fafbfc;--card:#fff;--text:#1e293b;--muted:#5b6677;--line:#e2e7ee;--soft:#f1f4f8;--axis:#94a3b8;--grid:#e5e9f0;
--reference:#64748b;--current:#2563eb;--good:#15803d;--attention:#b45309;--broken:#b91c1c;--unknown:#6b7280;--link:#1d4ed8;`;

const darkColours = `
--page:#0f141b;--card:#161d27;--text:#e2e8f0;--muted:#9aa7ba;--line:#273140;--soft:#1c2530;--axis:#526077;--grid:#28313f;
--reference:#94a3b8;--current:#60a5fa;--good:#4ade80;--attention:#fbbf24;--broken:#f87171;--unknown:#9ca3af;--link:#93c5fd;`;

const frame = `
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:14px/1.5 "Inter Variable",Inter,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1180px;margin:0 auto;padding:28px 24px 64px}
section{margin:0 0 36px}
h2{font-size:16px;font-weight:650;margin:0 0 12px}
h3{font-size:13px;font-weight:600;margin:20px 0 6px}
.sql h3{font-size:12px;margin:12px 0 4px;color:var(--muted)}
p,ul{margin:0 0 10px}
a{color:inherit;text-decoration:underline;text-decoration-color:var(--axis);text-underline-offset:3px}
a:hover{color:var(--link)}
:focus-visible{outline:2px solid var(--current);outline-offset:2px;border-radius:3px}
bdi{unicode-bidi:isolate;overflow-wrap:anywhere}code,.sentence,.findings,h1,.settings td{overflow-wrap:anywhere}
code,pre{font-family:"JetBrains Mono Variable","JetBrains Mono",ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:12px}
pre{margin:0;padding:12px;background:var(--soft);border-radius:6px;overflow-x:auto;white-space:pre-wrap}
.quiet,.label,small{color:var(--muted);font-size:12px}
.number{text-align:right;white-space:nowrap}
.tone{white-space:nowrap;font-weight:550}.tone i{font-style:normal}
.good{color:var(--good)}.attention{color:var(--attention)}.broken{color:var(--broken)}.unknown{color:var(--unknown)}
.reference{color:var(--reference)}.current{color:var(--current)}`;

const head = `
.brand{display:flex;justify-content:space-between;gap:16px;color:var(--muted);font-size:12px;margin-bottom:20px}
h1{font-size:28px;line-height:1.2;font-weight:680;letter-spacing:-.01em;margin:0 0 8px;white-space:normal}
.lines{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:2px 0;color:var(--muted)}
.lines li:not(:last-child)::after{content:"·";margin:0 8px;color:var(--axis)}
.note{color:var(--attention)}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:12px;margin-top:18px}
.side{background:var(--card);border:1px solid var(--line);border-left:3px solid var(--current);border-radius:6px;padding:10px 14px;color:var(--text)}
.side.reference{border-left:3px dashed var(--reference)}
.side p{margin:0}.side .name{font-weight:600}.side .facts{color:var(--muted);font-size:13px}
.side .label{font-weight:600}.side.reference .label{color:var(--reference)}.side.current .label{color:var(--current)}
.findings{list-style:none;padding:0}
.findings li{display:flex;gap:10px;padding:5px 0}
.findings b{font-weight:600}`;

const tables = `
.scroll{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:6px}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;font-weight:400;padding:0 12px;height:32px;vertical-align:middle}
th.number{text-align:right}
tbody tr{border-top:1px solid var(--line)}
thead th{font-size:12px;color:var(--muted);white-space:nowrap;font-weight:500}
thead th.reference{color:var(--reference)}thead th.current{color:var(--current)}
.drift tbody th,.missing tbody th{font-weight:550;min-width:150px;line-height:1.3;padding-block:4px}.drift td{white-space:nowrap}
.drift tbody tr:hover{background:var(--soft)}
thead button{all:unset;cursor:pointer}thead button:focus-visible{outline:2px solid var(--current);outline-offset:2px}
thead [aria-sort=ascending] button::after{content:" ↑";content:" ↑"/""}thead [aria-sort=descending] button::after{content:" ↓";content:" ↓"/""}
.spark,.bar{display:block}
.bars small{display:block;line-height:1.2;white-space:nowrap}.bars .bar{margin-top:2px}
.missing td,.missing th{height:38px}.missing td.number{width:1%;padding-right:4px}
.small{font-size:12.5px}.small th,.small td{height:24px;padding:0 8px}
.small tbody th{color:var(--muted)}
caption{text-align:left;font-weight:600;font-size:12px;padding:0 8px 2px}
.hash{font-size:11px}
.files td,.files th{padding:2px 12px}
.settings{max-width:760px;background:var(--card);border:1px solid var(--line);border-radius:6px;border-collapse:separate;border-spacing:0;padding:6px 4px}
.settings tr{border:0}.settings th{white-space:nowrap;width:1%;padding-right:20px}
.tools{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;margin-bottom:10px;color:var(--muted);font-size:13px}
.tools[hidden]{display:none}
input[type=search],.tools button{font:inherit;color:var(--text);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:4px 10px}
.tools label{display:inline-flex;gap:6px;align-items:center}.tools button{cursor:pointer}`;

const columns = `
.column{background:var(--card);border:1px solid var(--line);margin-top:-1px;scroll-margin-top:12px}.column:first-of-type{border-radius:6px 6px 0 0}.column:last-of-type{border-radius:0 0 6px 6px}
.column>summary{display:grid;grid-template-columns:14px minmax(0,1fr) 92px minmax(0,230px) 138px;gap:12px;align-items:center;padding:0 14px;min-height:36px;cursor:pointer;list-style:none}
.column>summary::-webkit-details-marker{display:none}
.column>summary::before{content:"›";color:var(--muted);font-size:16px;line-height:1}
.column[open]>summary::before{transform:rotate(90deg)}
.column>summary .name{font-weight:550}.kind,.score{color:var(--muted);font-size:12.5px}.score{text-align:right}
.body{padding:4px 18px 16px}
.sentence{font-size:15px;max-width:78ch}
.pair{display:grid;grid-template-columns:minmax(0,6fr) minmax(0,5fr);gap:20px 28px;align-items:start;margin-bottom:12px}
.pair>div>*+*{margin-top:16px}
figure{margin:0;overflow-x:auto}
.chart{display:block;width:100%;height:auto}
.chart text{font-size:11px;dominant-baseline:central}
.test{max-width:420px}.test td{white-space:normal}
.sql summary{cursor:pointer;color:var(--muted);font-size:13px}
.whole{color:var(--text)}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(300px,100%),1fr));gap:20px;margin:16px 0}
.plots figure{max-width:420px}.plots figcaption{margin-bottom:4px}
.strip{position:relative}.strip ol{display:grid;grid-template-columns:repeat(5,1fr);gap:2px;list-style:none;padding:0;margin:0}.strip li{padding:2px 4px;border-top:3px solid var(--good);background:var(--soft);font-size:11px;line-height:1.35;text-align:center;white-space:nowrap}.strip li b{display:block;font-weight:600}.strip .drifted{border-color:var(--broken)}.strip .drifted b::before{content:"▲ ";color:var(--broken)}.strip svg{position:absolute;left:0;top:-5px;width:100%;height:12px;fill:var(--text);pointer-events:none}.size{max-width:420px}.size h4{font-size:12px;font-weight:600;margin:0 0 6px;padding:0 8px}.size p{padding:0 8px;margin:8px 0 0;font-size:12.5px}
.segments tbody th{white-space:nowrap}.plots+p,.small+ul,.scroll+ul{margin-top:12px}.metrics+p,.scroll+p,.scroll+.scroll,.scroll+.sql,.sql .scroll+.scroll,.plots+.scroll{margin-top:12px}.metrics tbody th{font-weight:550;white-space:nowrap}
.matrix td{text-align:right;border:1px solid var(--line);position:relative}.matrix td i{position:absolute;inset:0;background:currentColor;z-index:0;opacity:.08}.matrix .s2{opacity:.16}.matrix .s3{opacity:.24}.matrix .s4{opacity:.32}.matrix .s5{opacity:.42}.matrix .s6{opacity:.52}.matrix td b{position:relative;font-weight:450;color:var(--text)}`;

const narrow = `
@media (max-width:860px){.pair{grid-template-columns:minmax(0,1fr)}}
@media (max-width:640px){
main{padding:16px 12px 40px}h1{font-size:22px}.sides{grid-template-columns:1fr}
.lines{display:block}.lines li::after{content:none!important}
table.drift,.drift tbody,table.missing,.missing tbody{display:block}
.drift thead tr{display:flex;gap:16px;padding:4px 12px;overflow-x:auto}.drift thead th{height:auto;padding:0}
.drift .wide,.drift thead .reference,.drift thead .current,.missing thead{display:none}
.drift tbody tr{display:grid;grid-template-columns:1fr 1fr minmax(86px,auto);padding:8px 12px;align-items:center;gap:4px 12px}
.drift tbody tr[hidden]{display:none}
.drift tbody th,.drift tbody td{height:auto;padding:0}.drift tbody th{grid-column:1/3;min-width:0}
.drift tbody td:nth-child(8){grid-row:1;grid-column:3;text-align:right}.drift .spark{width:96px;max-width:100%}
.missing tbody tr{display:grid;grid-template-columns:56px 1fr 56px 1fr;padding:6px 12px;gap:2px 8px}
.missing tbody th{grid-column:1/-1}.missing tbody th,.missing tbody td{height:auto;padding:0;min-width:0}
.files th{min-width:110px}.small .number{white-space:normal}
.column>summary{grid-template-columns:10px minmax(0,1fr) auto;gap:8px}.column>summary .kind,.column>summary .score{display:none}
.body{padding:4px 12px 12px}.chart{min-width:440px}.bars .bar{width:72px}.bars small{white-space:normal}
.hash{overflow-wrap:anywhere}}`;

const print = `
@media print{
:root{color-scheme:light;${lightColours}--page:#fff;--soft:#f6f7f9}
@page{margin:14mm 12mm}
body{font-size:10.5px;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{padding:0;max-width:none}.tools{display:none!important}
h1{font-size:20px}h2{font-size:13px;break-after:avoid}section{margin-bottom:20px}
.scroll{overflow:visible}thead{display:table-header-group}tr,.side,.findings li,figure,.small{break-inside:avoid}
th,td{height:24px;padding:0 6px}.drift th,.drift td{padding:0 4px;font-size:9.5px}.drift tbody th{min-width:110px}.drift .spark{width:56px}.missing td,.missing th{height:28px}thead th,.brand,.label,.side .facts{font-size:9.5px}.small th,.small td{height:18px}.small,.quiet,small{font-size:9.5px}
.column{break-inside:avoid;border:0;border-top:1px solid var(--line);border-radius:0}
.column>summary{padding:0;grid-template-columns:minmax(0,1fr) 70px 170px 90px}.column>summary::before{content:none}
.body{padding:0 0 10px}.sentence{font-size:11px}.pair{grid-template-columns:6fr 5fr;gap:14px}
details::details-content{content-visibility:visible;block-size:auto}
.sql,.missing .bar{display:none}.missing .current .bar,.missing .reference .bar{display:block}
a{text-decoration:none}pre{white-space:pre-wrap}}`;

/** How the page looks: light, dark, on a phone and on paper. */
export const pageStyle = [
  `:root{color-scheme:light dark;${lightColours}}@media (prefers-color-scheme:dark){:root{${darkColours}}}`,
  frame,
  head,
  tables,
  columns,
  narrow,
  print,
]
  .join('')
  .replaceAll('\n', '');
