package comms.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;

/** A chart in the browser; it draws the Chart.js configuration that the server builds. */
@Tag("comms-chart")
@JsModule("./chart/comms-chart.ts")
@NpmPackage(value = "chart.js", version = "4.6.1")
@NpmPackage(value = "chartjs-plugin-annotation", version = "3.1.0")
@NpmPackage(value = "chartjs-chart-funnel", version = "4.2.5")
class Chart extends Component implements HasSize, HasStyle {

  private static final long serialVersionUID = 1L;

  /**
   * A chart of that configuration.
   *
   * @param configuration JSON as Chart.js takes it, see {@link ChartConfiguration}
   * @param description a sentence that says what the chart says, for those who cannot see it
   */
  Chart(String configuration, String description) {
    getElement().setProperty("config", configuration);
    getElement().setProperty("description", description);
    addClassName("chart");
  }

  String configuration() {
    return getElement().getProperty("config", "");
  }

  String description() {
    return getElement().getProperty("description", "");
  }

  Registration addSelectListener(ComponentEventListener<SelectEvent> listener) {
    return addListener(SelectEvent.class, listener);
  }

  /** Lets a reader drag over some of the buckets. */
  Registration addZoomListener(ComponentEventListener<ZoomEvent> listener) {
    getElement().setProperty("zoomable", true);
    return addListener(ZoomEvent.class, listener);
  }

  /** A reader has dragged from one bucket to a later one; Vaadin makes it. */
  @DomEvent("chart-zoom")
  public static class ZoomEvent extends ComponentEvent<Chart> {

    private static final long serialVersionUID = 1L;

    private final int first;
    private final int last;

    public ZoomEvent(
        Chart source,
        boolean fromClient,
        @EventData("event.detail.first") int first,
        @EventData("event.detail.last") int last) {
      super(source, fromClient);
      this.first = first;
      this.last = last;
    }

    /** The first bucket, from 0. */
    int first() {
      return first;
    }

    /** The last bucket, from 0. */
    int last() {
      return last;
    }
  }

  /** A reader has selected a point, slice, bar or step, by click or by Enter; Vaadin makes it. */
  @DomEvent("chart-select")
  public static class SelectEvent extends ComponentEvent<Chart> {

    private static final long serialVersionUID = 1L;

    private final int dataset;
    private final int index;

    public SelectEvent(
        Chart source,
        boolean fromClient,
        @EventData("event.detail.dataset") int dataset,
        @EventData("event.detail.index") int index) {
      super(source, fromClient);
      this.dataset = dataset;
      this.index = index;
    }

    /** Which line, pie or funnel, from 0. */
    int dataset() {
      return dataset;
    }

    /** Which bucket, slice or step, from 0. */
    int index() {
      return index;
    }
  }
}
