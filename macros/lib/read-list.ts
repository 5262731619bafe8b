/** A list status, empty where the device has no item, or does not know the list at all. */
export async function readList<Item>(list: Promise<readonly Item[]>): Promise<readonly Item[]> {
  try {
    const items: unknown = await list;
    return Array.isArray(items) ? items : [];
  } catch {
    return [];
  }
}
