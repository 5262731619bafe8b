/** `atob` and `btoa` as browsers have them. Stands alone: its text is evaluated inside QuickJS. */
export function createBase64() {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

  function btoa(input: unknown): string {
    const text = String(input);
    let encoded = '';
    for (let at = 0; at < text.length; at += 3) {
      const codes = [text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)];
      const [a = 0, b = 0, c = 0] = codes.map((code) => {
        if (code > 255) throw new Error('btoa takes characters up to 255 only');
        return Number.isNaN(code) ? 0 : code;
      });
      const bits = (a << 16) | (b << 8) | c;
      for (const shift of [18, 12, 6, 0]) encoded += alphabet[(bits >> shift) & 63];
    }
    const missing = (3 - (text.length % 3)) % 3;
    return encoded.slice(0, encoded.length - missing) + '='.repeat(missing);
  }

  function atob(input: unknown): string {
    const text = String(input).replace(/[\t\n\f\r ]/g, '');
    const body = text.length % 4 === 0 ? text.replace(/={1,2}$/, '') : text;
    if (body.length % 4 === 1) throw new Error('atob takes base64 only');
    let decoded = '';
    let bits = 0;
    let count = 0;
    for (const character of body) {
      const value = alphabet.indexOf(character);
      if (value < 0) throw new Error('atob takes base64 only');
      bits = ((bits << 6) | value) & 0xffff;
      count += 6;
      if (count < 8) continue;
      count -= 8;
      decoded += String.fromCharCode((bits >> count) & 255);
    }
    return decoded;
  }

  return { atob, btoa };
}
