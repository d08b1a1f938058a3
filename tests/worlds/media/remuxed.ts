import {
  ALL_FORMATS,
  type AudioCodec,
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  type MetadataTags,
  Output,
  type OutputFormat,
  type VideoCodec,
} from "mediabunny";

/** The tracks of a recording that Mediabunny can copy: those whose codec it knows. */
export async function copiableTracks(path: string): Promise<string[]> {
  using input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  const tracks = await input.getTracks();
  const codecs = await Promise.all(tracks.map((track) => track.getCodec()));
  return tracks.flatMap(({ type }, i) => (codecs[i] ? [`${type} ${codecs[i]}`] : []));
}

/** The file as Mediabunny alone would write it anew: the packets of each track, what it knows of the track, and tags. */
export async function remuxed(path: string, format: OutputFormat, tags: MetadataTags = {}): Promise<Buffer> {
  using input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  const target = new BufferTarget();
  const output = new Output({ format, target });
  const copies: (() => Promise<void>)[] = [];
  for (const track of await input.getVideoTracks()) {
    const codec = await track.getCodec();
    if (codec) copies.push(await videoCopy(track, codec, output));
  }
  for (const track of await input.getAudioTracks()) {
    const codec = await track.getCodec();
    if (codec) copies.push(await audioCopy(track, codec, output));
  }
  output.setMetadataTags(tags);
  await output.start();
  await Promise.all(copies.map((copy) => copy()));
  await output.finalize();
  if (!target.buffer) throw new Error("Nothing was written.");
  return Buffer.from(target.buffer);
}

async function videoCopy(track: InputVideoTrack, codec: VideoCodec, output: Output) {
  const source = new EncodedVideoPacketSource(codec);
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined;
  output.addVideoTrack(source, {
    rotation: await track.getRotation(),
    languageCode: await track.getLanguageCode(),
  });
  return async () => {
    for await (const packet of new EncodedPacketSink(track).packets())
      await source.add(packet, decoderConfig && { decoderConfig });
    source.close();
  };
}

async function audioCopy(track: InputAudioTrack, codec: AudioCodec, output: Output) {
  const source = new EncodedAudioPacketSource(codec);
  const decoderConfig = (await track.getDecoderConfig()) ?? undefined;
  output.addAudioTrack(source, { languageCode: await track.getLanguageCode() });
  return async () => {
    for await (const packet of new EncodedPacketSink(track).packets())
      await source.add(packet, decoderConfig && { decoderConfig });
    source.close();
  };
}
