/** How far a publication is that runs on this machine; of zero, that is not known yet. */
export interface PublishProgress {
  readonly done: number;
  readonly of: number;
}
