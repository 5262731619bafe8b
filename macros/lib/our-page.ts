/** How the server addresses its pages; the token is what makes the page ours. */
const OUR_PAGE = /^https?:\/\/[^/]+\/(?:[^?#]*\/)?views\/[a-z0-9-]+\?(?:[^#]*&)?token=/i;

/** The address of a page of ours, without the part that the page itself may change; `null` for any other. */
export function ourPage(url: string | undefined): string | null {
  if (url === undefined || !OUR_PAGE.test(url)) return null;
  return url.split('#')[0] ?? null;
}
