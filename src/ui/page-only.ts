/**
 * What a page is drawn from and no browser receives. Kit writes all that a page was loaded with as text for its
 * script, also for pages that have none, and then throws the text away; of this it writes nothing.
 */
export class PageOnly<Content> {
  readonly content: Content;

  constructor(content: Content) {
    this.content = content;
  }
}
