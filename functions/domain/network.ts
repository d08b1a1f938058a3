import ipaddr from "ipaddr.js";

/**
 * What belongs to one subscriber: an IPv4 address, also where IPv6 carries it (`::ffff:198.51.100.7`), or the first
 * half of an IPv6 address (RFC 6177). What is no address stands for itself.
 */
export function networkOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  const six = ipaddr.IPv6.parse(address);
  if (six.isIPv4MappedAddress()) return six.toIPv4Address().toString();
  return six.parts
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":");
}
