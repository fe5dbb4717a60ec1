package comms.dashboard;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;

/**
 * What is shown in the place of what the reader's roles do not open. It is the same whether or not
 * there is anything behind the address.
 */
@ParentLayout(MainLayout.class)
@PermitAll
public class NotPermittedView extends Section
    implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private static final int FORBIDDEN = 403;

  NotPermittedView() {
    addClassName("dashboard");
    add(
        new H1(getTranslation("forbidden.title")),
        new Paragraph(getTranslation("forbidden.text")),
        new Anchor(".", getTranslation("missing.home")));
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
    return FORBIDDEN;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("forbidden.title") + " · " + getTranslation("app.name");
  }
}
