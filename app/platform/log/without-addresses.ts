/**
 * What an error says, as a line of the process may hold it: e-mail addresses in it become “…”. Mail servers name the
 * recipient in their answers. Names of packages such as `node_modules/@scope/name` stay.
 */
export function withoutAddresses(text: string): string {
  return text.replaceAll(/[^\s@<>"'“”(),:;=/\\[\]]+(?:@|%40)[^\s@<>"'“”(),:;/\\[\]]+/gi, '…')
}
