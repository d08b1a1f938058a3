import type { Picture } from "../../../domain/documents/parts.ts";

/** How wide the picture at the head of a document is shown. */
const HEAD_WIDTH = "(min-width: 46rem) 44rem, 100vw";

/** The picture at the top of a document, with its credit. */
export function HeadPicture({ picture }: { picture: Picture | undefined }) {
  if (!picture) return null;
  const shown = picture.web ?? picture;
  const forms = picture.forms?.map(({ path, width }) => `${path} ${width}w`).join(", ");
  return (
    <figure class="picture">
      <img
        src={shown.path}
        srcset={forms}
        sizes={forms && HEAD_WIDTH}
        alt={picture.alt}
        width={shown.width}
        height={shown.height}
        decoding="async"
      />
      {picture.credit !== undefined && <figcaption class="soft">{picture.credit}</figcaption>}
    </figure>
  );
}
