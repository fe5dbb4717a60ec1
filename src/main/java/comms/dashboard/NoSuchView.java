package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;

/** What is shown for an address without a view. */
@ParentLayout(MainLayout.class)
@PermitAll
public class NoSuchView extends Section
    implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private static final int NOT_FOUND = 404;

  NoSuchView() {
    addClassName("dashboard");
    add(
        new H1(getTranslation("missing.title")),
        new Paragraph(getTranslation("missing.text")),
        new Anchor(".", getTranslation("missing.home")));
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    return NOT_FOUND;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("missing.title") + " · " + getTranslation("app.name");
  }
}
