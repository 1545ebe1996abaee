/** Once after all tests. */
export default async function tearDown(): Promise<void> {
  await globalThis.conveneTestDatabase?.stop();
}
