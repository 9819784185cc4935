/// The style sheet of a page: light and dark, narrow screens, and paper.
enum PageStyle {
  static let css = """
    :root{--bg:#ffffff;--ink:#1b1f24;--mut:#59636e;--line:#d8dee4;--card:#f6f8fa;--accent:#0b62c4;
    --warn:#7d4e00;--warnbg:#fff8e5;--good:#1a7f37;color-scheme:light dark}
    @media screen and (prefers-color-scheme:dark){:root{--bg:#0d1117;--ink:#e6edf3;--mut:#9198a1;
    --line:#30363d;--card:#151b23;--accent:#58a6ff;--warn:#e3b341;--warnbg:#272115;--good:#3fb950}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--bg);color:var(--ink);
    font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
    main{max-width:1000px;margin:0 auto;padding:24px 20px 48px}
    h1{font-size:1.6rem;line-height:1.25;margin:0 0 4px;overflow-wrap:anywhere}
    h2{font-size:1.15rem;margin:36px 0 10px;padding-top:14px;border-top:1px solid var(--line)}
    p,.mut,.formula{overflow-wrap:anywhere}p{margin:6px 0}.mut{color:var(--mut);font-size:.9rem}
    .status{font-weight:600;color:var(--good)}.status.off{color:var(--warn)}
    .mono,td,.value{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;
    font-variant-numeric:tabular-nums}
    .cards{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:12px;margin:18px 0}
    .card{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 14px}
    .card .name{color:var(--mut);font-size:.85rem}.card .big{font-size:1.5rem;line-height:1.25;font-weight:600;overflow-wrap:anywhere}
    .card .value{font-size:.78rem;color:var(--mut);overflow-wrap:anywhere}
    .warning{background:var(--warnbg);color:var(--warn);border-left:4px solid var(--warn);
    padding:8px 12px;margin:8px 0;border-radius:4px;overflow-wrap:anywhere}
    table{border-collapse:collapse;width:100%;font-size:.88rem;margin:8px 0}
    th,td{text-align:left;padding:6px 10px 6px 0;border-bottom:1px solid var(--line);
    vertical-align:top}td{overflow-wrap:anywhere}
    .inputs th,.inputs td:nth-child(2){white-space:nowrap}
    thead th{color:var(--mut);font-weight:600;font-size:.8rem}tbody th{font-weight:600}
    .numbers td,.numbers thead th:not(:first-child),.number{text-align:right}
    .vaults caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .vaults th,.vaults td,.rows th,.rows td{padding-right:14px}
    .vaults tbody th,.rows tbody th{overflow-wrap:anywhere;min-width:9em}
    .vaults tbody tr:hover{background:var(--card)}.vaults th .mut{font-weight:400;font-size:.8rem}
    .vaults .number{padding-right:0;padding-left:14px}
    th button{font:inherit;color:inherit;background:none;border:0;padding:2px 0;margin:0;text-align:inherit;
    cursor:pointer}th button:hover{color:var(--ink);text-decoration:underline}
    th[aria-sort]{color:var(--ink)}th[aria-sort=ascending] button::after{content:" \\2191"}
    th[aria-sort=descending] button::after{content:" \\2193"}
    a{color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    .tools{display:flex;flex-wrap:wrap;gap:6px 14px;align-items:center;margin:8px 0}
    .tools input{font:inherit;color:var(--ink);background:var(--bg);border:1px solid var(--mut);
    border-radius:6px;padding:5px 9px;width:15em;max-width:100%}
    .links a{display:inline-block;margin-right:14px}.wide{max-width:1240px}
    nav{max-width:1000px;margin:0 auto;padding:14px 20px 0}nav+main{padding-top:10px}
    .skip{position:absolute;left:-9999px}.skip:focus{left:8px;top:8px;background:var(--bg);padding:6px 10px}
    [hidden]{display:none!important}
    @media (min-width:1000px){.vaults td,.vaults thead th{white-space:nowrap}}
    .plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(340px,100%),1fr));gap:14px}
    .plots svg{width:100%;height:auto;border:1px solid var(--line);border-radius:8px}
    ol.steps{padding-left:1.4em}ol.steps li{margin:10px 0}
    .formula{color:var(--mut)}.digits{overflow-wrap:anywhere;font-size:.88rem}
    footer{margin-top:40px;border-top:1px solid var(--line);padding-top:12px}
    @media (max-width:640px){main{padding:16px 14px 32px}.plots{grid-template-columns:1fr}
    .cards{grid-template-columns:repeat(2,minmax(0,1fr))}.card .big{font-size:1.25rem}
    table,tbody,tr,tbody th{display:block;width:100%}thead{display:none}
    tr{border-bottom:1px solid var(--line);padding:8px 0}
    td,tbody th{border:0;padding:2px 0}.numbers td,.number,.vaults td.number{text-align:left;padding:2px 0}
    .scripted thead,.scripted thead tr{display:block}.vaults.scripted thead th{display:inline-block;
    width:auto;padding:0;margin:0 8px 8px 0;border:0}td:empty{display:none}p.mono{font-size:.78rem}
    .scripted th button{border:1px solid var(--line);border-radius:6px;padding:7px 10px}
    nav{padding:10px 14px 0}.tools label{width:100%}.tools input{width:100%;display:block}
    td{display:grid;grid-template-columns:8.5em minmax(0,1fr);gap:8px;white-space:normal!important}
    td::before{content:attr(data-label);color:var(--mut);font:.8rem/1.7 system-ui,sans-serif}}
    @media print{.tools,nav,.skip,.links{display:none}.vaults,.rows{font-size:8pt}
    .vaults th,.vaults td,.vaults .number{padding:3px 4px 3px 0}th button::after{content:""!important}
    @page{margin:14mm}body{font-size:10.5pt}main{max-width:none;padding:0}
    .card,.plots svg,tr,li{break-inside:avoid}h2{break-after:avoid}
    .plots{grid-template-columns:1fr 1fr}}

    """ + PlotStyle.css
}
