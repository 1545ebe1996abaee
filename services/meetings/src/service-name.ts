/** Under this name the service tells its changes, and is found. */
export const SERVICE = "meetings";
