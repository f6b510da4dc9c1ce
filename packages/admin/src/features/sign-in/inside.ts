/** Where to go after the sign-in: only inside the console, never to another site. */
export function inside(to: string | undefined): string {
  return to?.startsWith('/') && !/^\/[/\\]/.test(to) ? to : '/';
}
