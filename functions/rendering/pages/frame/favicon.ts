/** The mark of Dateline: a place, and the line that runs from it. Readable at 16 pixels, in both schemes. */
export const FAVICON_SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#14498f"/><circle cx="9" cy="16" r="4.5" fill="#fff"/><path d="M17 16h10" stroke="#fff" stroke-width="4" stroke-linecap="round"/></svg>\n';
