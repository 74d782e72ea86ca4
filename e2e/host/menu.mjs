import { honest } from './honest.mjs';

class Menu {
  constructor(template) {
    this.items = template.map(createItem);
  }
  getMenuItemById(id) {
    for (const item of this.items) {
      if (item.id === id) return item;
      const inside = item.submenu?.getMenuItemById(id);
      if (inside) return inside;
    }
    return null;
  }
}

function createItem(template) {
  const { id, label, role, type, accelerator, click, submenu } = template;
  const item = {
    id: id ?? null,
    label: label ?? role ?? '',
    role: role ?? null,
    type: type ?? (submenu ? 'submenu' : 'normal'),
    accelerator: accelerator ?? null,
    click: () => click?.(item, undefined, {}),
    submenu: submenu ? honest('Menu', new Menu(submenu)) : null,
  };
  return honest('MenuItem', item);
}

let applicationMenu = null;

export const menu = honest('Menu', {
  buildFromTemplate: (template) => honest('Menu', new Menu(template)),
  setApplicationMenu: (next) => (applicationMenu = next),
  getApplicationMenu: () => applicationMenu,
});
