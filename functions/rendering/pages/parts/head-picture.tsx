import type { Picture } from "../../../domain/documents/parts.ts";

/** The picture at the top of a document, with its credit. */
export function HeadPicture({ picture }: { picture: Picture | undefined }) {
  if (!picture) return null;
  const shown = picture.web ?? picture;
  return (
    <figure class="picture">
      <img src={shown.path} alt={picture.alt} width={shown.width} height={shown.height} decoding="async" />
      {picture.credit !== undefined && <figcaption class="soft">{picture.credit}</figcaption>}
    </figure>
  );
}
