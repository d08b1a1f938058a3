/** Where a figure or a statement stands on its release's page, or an asset on its kit's: never an id of the page's own. */
export function anchor(kind: "figure" | "statement" | "asset", id: string): string {
  return `${kind}-${id}`;
}
