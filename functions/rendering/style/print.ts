/** On paper: the text, its figures, its contacts and where it stands; nothing to press. */
export const PRINT = `
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --tint: #fff; --ink: #000; --soft: #333; --line: #999; --edge: #666; --accent: #000; --on-accent: #fff; --alert: #000;
  }
  @page { margin: 18mm 16mm; }
  html { font-size: 9.5pt; }
  body { line-height: 1.45; }
  h1 { font-size: 22pt; }
  .preview { color: var(--ink); border-bottom: 1px solid; }
  .picture img { max-height: 7cm; width: auto; }
  h2, h3, caption { break-after: avoid; }
  .skip, .masthead nav, .filter, .paging, .pages, .actions, .cite, .permalink, .foot, .no-print, .button, .name a::before, video { display: none !important; }
  .masthead { border-top-width: 2px; }
  .print { display: block; }
  .wide { max-width: none; padding-inline: 0; }
  .columns { display: block; }
  .side { margin-top: 18pt; }
  .side, .block, .text, .head, .stand-first { max-width: none; }
  .figures { min-width: 0; }
  .scroll { overflow: visible; }
  tr, .statement, .contact, .session, .place, .asset, .entry { break-inside: avoid; }
  a { color: inherit; }
  .text a[href^="http"]:not(.address)::after, .recording a::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere; }
}
`;
