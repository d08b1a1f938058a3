interface Service {
  stop(): Promise<void> | void;
}

interface Shared {
  users: number;
  readonly service: Promise<Service>;
}

declare global {
  /** Modules of a set-up may be loaded anew for each project, so what they share is kept with the process. */
  var datelineTestServices: Map<string, Shared> | undefined;
}

/**
 * Starts a service for the first project that needs it and stops it after the last: Vitest sets up each project by
 * itself, and several need the same.
 */
export async function onceARun<Started extends Service>(
  name: string,
  start: () => Promise<Started>,
): Promise<{ readonly service: Started; release(): Promise<void> }> {
  globalThis.datelineTestServices ??= new Map();
  const services = globalThis.datelineTestServices;
  const shared = services.get(name) ?? { users: 0, service: start() };
  services.set(name, shared);
  shared.users++;
  const service = (await shared.service) as Started; // a name is always started in one way
  return {
    service,
    release: async () => {
      shared.users--;
      if (shared.users > 0) return;
      services.delete(name);
      await service.stop();
    },
  };
}
