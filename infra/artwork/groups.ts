/** Files of the sample content that are drawn together, under the name by which one asks for them. */
export const GROUPS = [
  { name: "pictures", help: "the pictures of the media kit" },
  { name: "previews", help: "the pictures for previews in social networks" },
  { name: "logo", help: "the newsroom's logo" },
  { name: "fact-sheets", help: "the fact sheet in every language" },
  { name: "clip", help: "the clip, its poster and its captions" },
] as const;
export type ArtworkGroup = (typeof GROUPS)[number];
