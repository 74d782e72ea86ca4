/** The key that goes with K and P, as it is written on this system's keyboards. */
export const commandKey = /mac|iphone|ipad/i.test(navigator.userAgent) ? '⌘' : 'Ctrl';
