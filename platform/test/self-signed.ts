import { generateKeyPairSync, sign } from "node:crypto";

export interface SelfSigned {
  readonly key: string;
  readonly cert: string;
}

const MINUTE = 60_000;

/** A certificate that a host gives itself, good for an hour (RFC 5280, in DER by hand). */
export function selfSigned(host: string): SelfSigned {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(tlv(SET, sequence(OID.commonName, tlv(UTF8, Buffer.from(host)))));
  const now = Date.now();
  const toBeSigned = sequence(
    tlv(VERSION, integer(2)),
    integer(1),
    sequence(OID.ecdsaWithSha256),
    name,
    sequence(utcTime(now - MINUTE), utcTime(now + 60 * MINUTE)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    tlv(EXTENSIONS, sequence(alternativeName(host))),
  );
  const signature = sign("sha256", toBeSigned, privateKey);
  const der = sequence(
    toBeSigned,
    sequence(OID.ecdsaWithSha256),
    tlv(BIT_STRING, Buffer.from([0]), signature),
  );
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: pem(der),
  };
}

const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTETS = 0x04;
const UTF8 = 0x0c;
const UTC_TIME = 0x17;
const SEQUENCE = 0x30;
const SET = 0x31;
const DNS_NAME = 0x82;
const VERSION = 0xa0;
const EXTENSIONS = 0xa3;

const OID = {
  commonName: Buffer.from("0603550403", "hex"),
  subjectAltName: Buffer.from("0603551d11", "hex"),
  ecdsaWithSha256: Buffer.from("06082a8648ce3d040302", "hex"),
};

/** Tag, length, value. */
function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const value = Buffer.concat(parts);
  const { length } = value;
  const short = length < 0x80;
  const head = short ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), value]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(SEQUENCE, ...parts);
const integer = (value: number): Buffer => tlv(INTEGER, Buffer.from([value]));

/** `YYMMDDHHMMSSZ` */
const utcTime = (instant: number): Buffer => {
  const digits = new Date(instant).toISOString().replaceAll(/\D/g, "").slice(2, 14);
  return tlv(UTC_TIME, Buffer.from(`${digits}Z`));
};

const alternativeName = (host: string): Buffer =>
  sequence(OID.subjectAltName, tlv(OCTETS, sequence(tlv(DNS_NAME, Buffer.from(host)))));

const pem = (der: Buffer): string => {
  const lines = der.toString("base64").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
};
