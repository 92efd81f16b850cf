import { Secret, TOTP } from 'otpauth';
import QRCode from 'qrcode';

const periodSec = 30;
/** Codes before and after the present one that are taken too, for clocks that differ and people who type. */
const window = 1;

const totpOf = (secret: string, email = ''): TOTP =>
  new TOTP({
    issuer: 'Ennead',
    label: email,
    secret: Secret.fromBase32(secret),
    period: periodSec,
    digits: 6,
    algorithm: 'SHA1',
  });

/** 160 random bits in base 32 (RFC 4226, 4). */
export const makeSecret = (): string => new Secret({ size: 20 }).base32;

/** The half minute in which a code is the right one, counted from 1970; null where it is none of now (RFC 6238). */
export const stepOf = (secret: string, code: string, now: Date): number | null => {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window });
  return delta === null ? null : Math.floor(now.getTime() / 1_000 / periodSec) + delta;
};

/** What an authenticator app reads from the picture or has typed in. */
export const describeSecret = (secret: string, email: string) => {
  const uri = totpOf(secret, email).toString();
  const { modules } = QRCode.create(uri, { errorCorrectionLevel: 'M' });
  const dark = Array.from({ length: modules.size ** 2 }, (_, place) => place).filter(
    (place) => modules.data[place],
  );
  return {
    secret,
    uri,
    qr: {
      size: modules.size,
      path: dark
        .map((place) => `M${place % modules.size} ${Math.floor(place / modules.size)}h1v1h-1z`)
        .join(''),
    },
  };
};
