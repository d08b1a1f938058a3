import type { ShownDocument } from "../../domain/documents/at.ts";
import { withLastingPictures } from "../../domain/documents/pictures-at.ts";
import { forVersions } from "../outline/block.ts";
import { outlineOf } from "../outline/document-outline.ts";
import { blocksAsText } from "../outline/text-writer.ts";

/**
 * Everything that can be read in a document, as plain text: what former versions keep and what is compared. Marks of
 * corrections and of a withdrawal are left out, since they tell of changes and are none; so is what site.yaml says for
 * many publications at once, such as telephone numbers, and pictures that come or go by the clock.
 */
export const versionText = (document: ShownDocument): string =>
  blocksAsText(forVersions(outlineOf(withLastingPictures(document))), document.language);
