import type { Picture } from "../../domain/documents/parts.ts";

/** The picture at the top of a document, with its credit. */
export function HeadPicture({ picture }: { picture: Picture | undefined }) {
  if (!picture) return null;
  return (
    <figure class="picture">
      <img
        src={picture.path}
        alt={picture.alt}
        width={picture.width}
        height={picture.height}
        decoding="async"
      />
      {picture.credit !== undefined && <figcaption class="soft">{picture.credit}</figcaption>}
    </figure>
  );
}
