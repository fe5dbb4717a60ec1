package comms.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;

/** The door for people. Spring Security reads what the form posts to {@code /login}. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final LoginForm form = new LoginForm();

  LoginView() {
    addClassName("login");
    form.setAction("login");
    form.setForgotPasswordButtonVisible(false);
    Div box =
        new Div(
            new H1(getTranslation("app.name")), new Paragraph(getTranslation("app.claim")), form);
    box.addClassName("login-box");
    add(box);
  }

  private LoginI18n words() {
    LoginI18n words = LoginI18n.createDefault();
    LoginI18n.Form labels = words.getForm();
    labels.setTitle(getTranslation("login.title"));
    labels.setUsername(getTranslation("login.username"));
    labels.setPassword(getTranslation("login.password"));
    labels.setSubmit(getTranslation("login.submit"));
    LoginI18n.ErrorMessage error = words.getErrorMessage();
    error.setTitle(getTranslation("login.error.title"));
    error.setMessage(getTranslation("login.error.message"));
    error.setUsername(getTranslation("login.error.username"));
    error.setPassword(getTranslation("login.error.password"));
    return words;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters parameters = event.getLocation().getQueryParameters();
    Optional<String> pause =
        parameters.getSingleParameter("pause").filter(seconds -> seconds.matches("\\d{1,3}"));
    LoginI18n words = words();
    if (pause.isPresent()) {
      words.getErrorMessage().setTitle(getTranslation("login.pause.title"));
      words.getErrorMessage().setMessage(getTranslation("login.pause.message", pause.get()));
    } else if (parameters.getParameters().containsKey("expired")) {
      words.getErrorMessage().setTitle(getTranslation("login.expired.title"));
      words.getErrorMessage().setMessage(getTranslation("login.expired.message"));
    }
    form.setI18n(words);
    form.setError(
        parameters.getParameters().containsKey("error")
            || parameters.getParameters().containsKey("expired")
            || pause.isPresent());
  }

  @Override
  public String getPageTitle() {
    return getTranslation("login.title") + " · " + getTranslation("app.name");
  }
}
