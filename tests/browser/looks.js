// What somebody with poor sight or big thumbs would notice, measured on the page as it is now.
() => {
  const shown = (element) => element.getClientRects().length > 0 && !element.closest(".hidden, #sheet");
  const name = (element) => element.textContent.trim().slice(0, 40) || element.tagName;
  const all = [...document.body.querySelectorAll("*")].filter(shown);
  const withText = all.filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));

  const numbers = (color) => color.match(/[\d.]+/g).map(Number);
  const seeThrough = (color) => numbers(color)[3] === 0;
  const luminance = (color) => {
    const parts = numbers(color).slice(0, 3).map((part) => part / 255);
    const [r, g, b] = parts.map((p) => (p <= 0.04045 ? p / 12.92 : ((p + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    if (!seeThrough(color)) return color;
    return element.parentElement ? ground(element.parentElement) : "rgb(255, 255, 255)";
  };
  const contrast = (element) => {
    const both = [luminance(getComputedStyle(element).color), luminance(ground(element))];
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  };

  return {
    sticksOut: all
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
      .map(name),
    type: withText.map((element) => ({ name: name(element), px: parseFloat(getComputedStyle(element).fontSize) })),
    targets: all
      .filter((element) => element.matches("button, textarea"))
      .map((element) => {
        const box = element.getBoundingClientRect();
        return { name: name(element), px: Math.min(box.width, box.height) };
      }),
    contrast: withText.map((element) => ({ name: name(element), ratio: contrast(element) })),
  };
}
