/** Whether a dialog, menu or list lies over the page. The lists of closed fields stay in the page, unseen. */
export function isLayerOpen(): boolean {
  const layers = document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]');
  return Array.from(layers).some((layer) => layer.checkVisibility());
}
