import { expect, test } from "vitest";
import { networkOf } from "../../functions/domain/network.ts";

test.each([
  ["198.51.100.7", "198.51.100.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
  ["2001:DB8:1:2::6", "2001:db8:1:2"],
  ["2001:db8::1", "2001:db8:0:0"],
  ["::1", "0:0:0:0"],
  ["::ffff:198.51.100.7", "198.51.100.7"],
  ["::FFFF:c633:6407", "198.51.100.7"],
  ["0:0:0:0:0:ffff:198.51.100.7", "198.51.100.7"],
  ["64:ff9b::198.51.100.7", "64:ff9b:0:0"],
  ["2001:db8:1:2::6%eth0", "2001:db8:1:2"],
  ["unknown", "unknown"],
  ["", ""],
  [":::", ":::"],
  ["198.51.100.7:443", "198.51.100.7:443"],
])("%s belongs to the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
