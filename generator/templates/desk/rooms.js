/* On a narrow screen the rooms scroll beside each other: the one that is open is in sight. */
(() => {
  const open = document.querySelector(".head nav [aria-current]");
  if (open) open.parentElement.scrollLeft = open.offsetLeft - (open.parentElement.clientWidth - open.offsetWidth) / 2;
})();
