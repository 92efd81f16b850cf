import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const read = (path: string) => readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${path}`));

type Fonts = { readonly regular: Buffer; readonly strong: Buffer };
let fonts: Fonts | undefined;

/** Noto Sans SC, which writes both languages; 10 MB a weight, read when the first certificate is drawn, then kept. */
export const readFonts = (): Fonts =>
  (fonts ??= {
    regular: read('400Regular/NotoSansSC_400Regular.ttf'),
    strong: read('600SemiBold/NotoSansSC_600SemiBold.ttf'),
  });
