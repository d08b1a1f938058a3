import * as v from "valibot";
import { EventDocument } from "./event.ts";
import { KitDocument } from "./kit.ts";
import { PageDocument } from "./page.ts";
import { FigureRecord, StatementRecord } from "./record.ts";
import { ReleaseDocument } from "./release.ts";
import {
  DownloadDocument,
  GoneDocument,
  PointerDocument,
  RedirectDocument,
  SeriesDocument,
  UntranslatedDocument,
} from "./signpost.ts";
import { TopicDocument } from "./topic.ts";

/** Whatever can stand at a public address. One GetItem reads it: a page, a redirect, a 410, a pointer. */
export const NewsroomDocument = v.variant("kind", [
  ReleaseDocument,
  EventDocument,
  KitDocument,
  PageDocument,
  TopicDocument,
  FigureRecord,
  StatementRecord,
  RedirectDocument,
  GoneDocument,
  UntranslatedDocument,
  SeriesDocument,
  DownloadDocument,
  PointerDocument,
]);
export type NewsroomDocument = v.InferOutput<typeof NewsroomDocument>;
