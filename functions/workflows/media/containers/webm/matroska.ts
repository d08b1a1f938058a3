/** Numbers of elements (RFC 9559), and what of them stays in a cleaned WebM. */
export const SEGMENT = 0x18538067;
export const CLUSTER = 0x1f43b675;
export const SEEK_HEAD = 0x114d9b74;
export const INFO = 0x1549a966;
export const TRACKS = 0x1654ae6b;
export const CUES = 0x1c53bb6b;
export const TAGS = 0x1254c367;
export const EBML = 0x1a45dfa3;

export const SIMPLE_BLOCK = 0xa3;
export const BLOCK_GROUP = 0xa0;
export const BLOCK = 0xa1;
/** Time and size of a cluster. Where it lay in the file, 0xa7, is no longer so. */
export const CLUSTER_FIELDS: readonly number[] = [0xe7, 0xab];
export const TABLE_IDS: readonly number[] = [INFO, TRACKS, CUES];

export const CUE_POINT = 0xbb;
export const CUE_TIME = 0xb3;
export const CUE_TRACK_POSITIONS = 0xb7;
export const CUE_TRACK = 0xf7;
export const CUE_CLUSTER_POSITION = 0xf1;

export const SEEK = 0x4dbb;
export const SEEK_ID = 0x53ab;
export const SEEK_POSITION = 0x53ac;
export const TRACK_ENTRY = 0xae;
export const TRACK_NUMBER = 0xd7;
export const TRACK_TYPE = 0x83;
export const CODEC_ID = 0x86;
export const CODEC_PRIVATE = 0x63a2;
/** Pictures, sound, subtitles. */
export const KEPT_TYPES: readonly number[] = [1, 2, 17];

/** TimestampScale and Duration. */
export const INFO_STAYS: readonly number[] = [0x2ad7b1, 0x4489];
/** MuxingApp and WritingApp, which must be there. */
export const PROGRAMS: readonly number[] = [0x4d80, 0x5741];

/** What decoding and choosing a track needs; not its name, not the encoder's. */
export const TRACK_STAYS: readonly number[] = [
  ...[TRACK_NUMBER, 0x73c5, TRACK_TYPE, 0xb9, 0x88, 0x55aa, 0x9c, 0x23e383, 0x234e7a, 0x22b59c, 0x22b59d],
  ...[CODEC_ID, CODEC_PRIVATE, 0x56aa, 0x56bb, 0xe0, 0xe1, 0x6d80, 0x55ee, 0x41e4, 0x23314f, 0x6de7, 0x6df8],
  ...[0x55ab, 0x55ac, 0x55ad, 0x55ae, 0x55af, 0xaa, 0xe2],
];
