/** Once after all tests. */
// eslint-disable-next-line no-restricted-exports -- Jest takes the default export
export default async function tearDown(): Promise<void> {
  await globalThis.conveneTestDatabase?.stop();
}
