/* Jenkins takes a question away, but does not give the focus back to what asked it. */
document.addEventListener("click", ({ target }) => {
  const link = target.closest(".confirmation-link");
  if (link) {
    new MutationObserver((changes, observer) => {
      const gone = changes.flatMap(({ removedNodes }) => [...removedNodes]);
      if (gone.some(({ nodeName }) => nodeName === "DIALOG")) {
        observer.disconnect();
        link.focus();
      }
    }).observe(document.body, { childList: true });
  }
});
